package org.tongban.core.reference;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A code of a reference set (CO-70).
 *
 * @param parent the code above it; null at the top
 * @param regulated whether products of the category trade under special regulation (PF-33); false in other sets
 * @param demonstration whether the row only shows how the set works and is in no official list
 */
@Serdeable
public record ReferenceEntry(
        String code, Title title, @Nullable String parent, boolean regulated, boolean demonstration) {}
