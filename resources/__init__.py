"""Texts, sample feeds and pictures the program ships."""
