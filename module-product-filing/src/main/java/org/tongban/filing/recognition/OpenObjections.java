package org.tongban.filing.recognition;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Knows the objections to products, for what decides on their recognition (PF-52); in the transaction under way. */
public interface OpenObjections {

    /** Those of the products to which one is not decided yet. */
    Set<UUID> openAmong(Collection<UUID> products);
}
