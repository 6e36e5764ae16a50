package org.tongban.identity.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.IdDocument;

/**
 * What an organisation said of itself (ID-5, ID-11); the id is that of the directory. {@link #toString} names it by that.
 *
 * @param account null as long as only handlers of it have one
 * @param legalPersonType empty where it was not asked for
 * @param representative the document of the legal representative
 */
public record OrganisationAccount(
        UUID id,
        @Nullable UUID account,
        String legalPersonType,
        IdDocument representative,
        @Nullable String address,
        @Nullable String landline,
        long version) {
    @Override
    public String toString() {
        return "OrganisationAccount[" + id + "]";
    }
}
