package org.tongban.filing.unit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.module.Language;

/** What a unit sees of itself. */
@Singleton
class UnitViews {
    private final OrganisationDirectory organisations;
    private final UnitRepository units;

    UnitViews(OrganisationDirectory organisations, UnitRepository units) {
        this.organisations = organisations;
        this.units = units;
    }

    UnitView of(FilingUnit unit, Language language) {
        var organisation = organisations.find(unit.organisation()).orElseThrow();
        return new UnitView(
                unit.id(),
                unit.state().code(),
                unit.state().title().in(language),
                organisation.uscc(),
                organisation.name(),
                organisation.formerNames(),
                units.isChangePending(unit.id()),
                unit.isJoined());
    }

    /** An account that nobody has verified yet: it has no unit. */
    static UnitView none(Language language) {
        var state = UnitState.UNVERIFIED;
        return new UnitView(null, state.code(), state.title().in(language), null, null, List.of(), false, false);
    }

    /**
     * The unit that the caller acts for.
     *
     * @param id null for an account that has none yet
     * @param changePending whether a change of its data is in review, so that new filings wait (PF-8)
     * @param joined whether its organisation comes in by a sign-in of another programme too (ID-41)
     */
    @Serdeable
    record UnitView(
            @Nullable UUID id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"unverified", "verified"},
                    example = "verified")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "已实名认证")
            String stateTitle,

            @Nullable @Schema(example = "91330108MA2H7K3D4J")
            String uscc,

            @Nullable @Schema(example = "海川智能装备有限公司") String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> formerNames,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean changePending,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean joined) {}
}
