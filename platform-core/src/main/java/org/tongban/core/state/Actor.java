package org.tongban.core.state;

import org.tongban.core.module.Title;

/** Who makes a move, implemented by an enum of the module. */
public interface Actor {
    /** The word for it that people read. */
    Title title();
}
