package org.tongban.core.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where programmes find organisations. */
public interface OrganisationDirectory {
    /** The organisation of an id. */
    Optional<Organisation> find(UUID id);

    /** The organisation of a credit code. */
    Optional<Organisation> findByUscc(String uscc);

    /** The organisation of the code, made where there is none yet; an existing one is left as it is. */
    Organisation register(String uscc, String name, List<String> formerNames, String region);
}
