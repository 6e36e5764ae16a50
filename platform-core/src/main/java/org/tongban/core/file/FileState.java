package org.tongban.core.file;

/** Where a file stands (CO-35): only a clean one can be attached or served. */
public enum FileState {
    QUARANTINED,
    CLEAN,
    INFECTED,
    REJECTED
}
