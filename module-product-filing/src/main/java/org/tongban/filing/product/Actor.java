package org.tongban.filing.product;

/** Who makes a move (PF-80). */
enum Actor {
    UNIT,
    REVIEWER
}
