"""Nothing is lost: files held, snapshots kept, promises of other threads awaited."""
