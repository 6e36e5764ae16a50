package org.tongban.core.web;

/** An answer with a version, from which with its language its ETag is made (CO-12). */
public interface Versioned {
    long version();
}
