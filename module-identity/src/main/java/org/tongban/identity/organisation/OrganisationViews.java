package org.tongban.identity.organisation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API answers of organisations. */
final class OrganisationViews {
    private OrganisationViews() {}

    /**
     * An organisation that was registered; it signs in with its credit code.
     *
     * @param advice what had better not stand in the password, in the language asked for
     * @param inReview whether an officer looks at it before it may have business: the registry did not answer
     */
    @Serdeable
    record RegisteredOrganisation(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "91330108MA2H7K3D4J")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> advice,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean inReview) {}

    /**
     * The own data of an organisation; numbers of persons, phones and e-mail are masked.
     *
     * @param level how far it is proved
     * @param handlers how many persons handle its business now
     */
    @Serdeable
    record OwnOrganisation(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "91330108MA2H7K3D4J")
            String uscc,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> formerNames,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "enterprise")
            String legalPersonType,

            @Nullable @Schema(example = "陈海川") String legalRepName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3***************13")
            String legalRepIdNumber,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"declared", "registry-matched", "face-verified", "manually-verified"},
                    example = "registry-matched")
            String level,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int handlers,

            @Nullable @Schema(example = "+86138****0021") String phone,

            @Nullable @Schema(example = "l***@example.org") String email,

            @Nullable String address,

            @Nullable @Schema(example = "0571****5678") String landline) {}
}
