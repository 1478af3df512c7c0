"""Whether the official addresses of the sources still answer. Asked on a day of its own, never by a build."""
