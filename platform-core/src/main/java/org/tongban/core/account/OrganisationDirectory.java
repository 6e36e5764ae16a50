package org.tongban.core.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where programmes find organisations. */
public interface OrganisationDirectory {
    /** The organisation of an id. */
    Optional<Organisation> find(UUID id);

    /** The organisations of many ids; one that is none is left out. */
    Map<UUID, Organisation> findAll(Collection<UUID> ids);

    /** The organisation of a credit code. */
    Optional<Organisation> findByUscc(String uscc);

    /**
     * The organisations that a code as typed may mean, at most twenty (ID-31): by credit code, the organisation code inside
     * it, project code, the number of a register outside the mainland, or a {@link #noteNumber number that was told}.
     */
    List<Organisation> findByCode(String typed);

    /** The organisation of the code, made where there is none yet; an existing one is left as it is (ID-9). */
    Organisation register(UnitCode code, String name, List<String> formerNames, String region);

    /** The same by a credit code. */
    default Organisation register(String uscc, String name, List<String> formerNames, String region) {
        return register(new UnitCode.Uscc(uscc), name, formerNames, region);
    }

    /**
     * Notes a number that an organisation is known by beside its code: the 15 digits of a former registration, or the number
     * in a register whose country was not told. It proves nothing, and others may have the same.
     */
    void noteNumber(UUID id, String typed);

    /** How far an organisation is proved, who represents it and who handles its business now (ID-40). */
    Standing standing(UUID id);

    /** Notes that an organisation is proved so far, and answers whether it was not before; one proved further stays so. */
    boolean prove(UUID id, Level level);

    /** Notes who represents an organisation. */
    void setRepresentative(UUID id, String name);

    /** Gives an organisation another name; the present one becomes the latest former one. */
    void rename(UUID id, String name);

    /** Notes that a person handles an organisation's business. */
    void addHandler(UUID id, UUID person);

    /** Notes that a person no longer does. */
    void removeHandler(UUID id, UUID person);

    /** How far an organisation is proved, the least first; each programme says what it asks for. */
    @Serdeable
    enum Level {
        /** By nobody but itself. */
        @JsonProperty("declared")
        DECLARED,
        /** Name and representative are those of the registry of businesses. */
        @JsonProperty("registry-matched")
        REGISTRY_MATCHED,
        /** Its handler or representative was proved by the face as well. */
        @JsonProperty("face-verified")
        FACE_VERIFIED,
        /** An officer has compared its documents. */
        @JsonProperty("manually-verified")
        MANUALLY_VERIFIED
    }

    /**
     * What the directory says of an organisation beside its data.
     *
     * @param representative null where nobody has told
     * @param handlers the persons who handle its business now
     */
    record Standing(Level level, @Nullable String representative, List<UUID> handlers) {
        public Standing {
            handlers = List.copyOf(handlers);
        }
    }
}
