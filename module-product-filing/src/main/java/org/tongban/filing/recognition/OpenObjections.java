package org.tongban.filing.recognition;

import java.util.UUID;

/** Knows the objections to products, for what decides on their recognition (PF-52); in the transaction under way. */
public interface OpenObjections {

    /** Whether one to the product is not decided yet. */
    boolean isAnyOpen(UUID product);
}
