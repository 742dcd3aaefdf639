"""The only place that knows pyqtgraph."""
