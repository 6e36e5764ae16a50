package org.tongban.core.account;

import org.tongban.core.module.Title;

/**
 * A permission: {@code module:action}, with the title that administrators read (CO-28).
 *
 * @param wholeCountry whether what it permits belongs to no province, so that who is bound to one does not have it
 */
public record Permission(String id, Title title, boolean wholeCountry) {
    /** A permission that who is bound to a province has for that province. */
    public Permission(String id, Title title) {
        this(id, title, false);
    }

    /** The same for what belongs to no province. */
    public Permission ofWholeCountry() {
        return new Permission(id, title, true);
    }
}
