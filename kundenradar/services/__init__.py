"""What people do with Kundenradar: plain functions (ctx, ...) -> value."""
