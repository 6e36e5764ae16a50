package org.tongban.filing.patent;

/** How a patent came into the unit's list (PF-20, PF-21). */
public enum PatentSource {
    AUTOMATIC,
    MANUAL
}
