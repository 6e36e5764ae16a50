package org.tongban.identity.person;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API answers of natural persons. */
final class PersonViews {
    private PersonViews() {}

    /**
     * A person that was registered; it signs in with its phone.
     *
     * @param advice what had better not stand in the password, in the language asked for
     */
    @Serdeable
    record RegisteredPerson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> advice) {}

    /**
     * The own data of a person; number, phone and e-mail are masked.
     *
     * @param idValidTo absent for a document without end
     * @param idExpired whether it keeps the person from submitting, paying and acting for an organisation
     */
    @Serdeable
    record OwnPerson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "林小溪")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "resident-id")
            String idType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3***************13")
            String idNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2018-05-20")
            LocalDate idValidFrom,

            @Nullable @Schema(example = "2038-05-20") LocalDate idValidTo,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean idLongTerm,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean idExpired,

            @Nullable @Schema(example = "+86138****0021") String phone,

            @Nullable @Schema(example = "l***@example.org") String email) {}
}
