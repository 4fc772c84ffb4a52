"""Netværksmøde: a desktop app that guides a neutral mødeleder through a netværksmøde about a child."""

__version__ = "0.1.0"
