package org.tongban.identity.merge;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.state.State;

/** What the API takes and answers of merges. */
final class MergeViews {
    private MergeViews() {}

    /**
     * The other account of the same person, and what proves the phones of both.
     *
     * @param realm where the other account is
     * @param login what the other account signs in with
     * @param ownProof of the phone of the account that stays, for `person-merge`
     * @param otherProof of the phone of the other account, for the same
     */
    @Serdeable
    record MergeRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"person", "handler"},
                    example = "person")
            String realm,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    example = "13912345678")
            String login,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String ownProof,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200)
            String otherProof,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 2,
                    maxLength = 200,
                    example = "先后以身份证和护照注册，均为本人。")
            String reason) {
        @Override
        public String toString() {
            return "MergeRequest[realm=" + realm + "]";
        }
    }

    /**
     * A merge as the person sees it.
     *
     * @param decision the officer's words, where there are any
     */
    @Serdeable
    record MergeView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "person")
            String otherRealm,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    allowableValues = {"in-review", "merged", "rejected"},
                    example = "in-review")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核中")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant askedAt,

            @Nullable Instant decidedAt,

            @Nullable @Schema(example = "两个账号不是同一人。") String decision) {
        static MergeView of(PersonMerge merge, Language language) {
            return new MergeView(
                    merge.id(),
                    merge.otherRealm(),
                    merge.state(),
                    State.of(MergeState.class, merge.state()).title().in(language),
                    merge.askedAt(),
                    merge.decidedAt(),
                    merge.decision());
        }
    }
}
