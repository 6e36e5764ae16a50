package org.tongban.filing.patent;

/** How the unit came to hold a patent (PF-21): so far only by its own filing. */
public enum Acquisition {
    ORIGINAL
}
