package org.tongban.core.module;

/** Sample data of a module for {@code --demo}: runs once after the start, idempotent, in the order of the modules. */
public interface SampleData {
    /** The module it belongs to, whose place in the order it takes. */
    String module();

    /** Makes what is not there yet. */
    void load();
}
