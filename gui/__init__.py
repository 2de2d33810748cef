"""What the desktop shows: styled results and background tasks."""
