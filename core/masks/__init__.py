"""Which pixels count."""
