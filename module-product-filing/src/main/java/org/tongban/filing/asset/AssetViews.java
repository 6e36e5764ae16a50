package org.tongban.filing.asset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Versioned;
import org.tongban.core.web.Violation;
import org.tongban.filing.unit.UnitAssets;

/** What leaves the API of a unit's figures. */
final class AssetViews {
    private AssetViews() {}

    /**
     * All years of a unit.
     *
     * @param dataYear the one that may be entered now
     */
    @Serdeable
    record AssetYears(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025")
            int dataYear,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<AssetView> items) {}

    /**
     * The figures of a year.
     *
     * @param document of the form product-filing/assets@1; empty as long as nobody has entered them
     * @param locked whether they stay as they are now
     * @param hints what may be a slip; none of it hinders anything
     */
    @Serdeable
    record AssetView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025")
            int year,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Map<String, Object> document,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean locked,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<AssetHint> hints,

            @JsonIgnore long version)
            implements Versioned {
        static AssetView of(
                int year,
                @Nullable UnitAssets figures,
                @Nullable UnitAssets before,
                boolean locked,
                long version,
                Language language) {
            return new AssetView(
                    year,
                    figures == null ? Map.of() : AssetDocument.members(figures),
                    locked,
                    figures == null
                            ? List.of()
                            : AssetHints.of(figures, before).stream()
                                    .map(hint -> AssetHint.of(hint, language))
                                    .toList(),
                    version);
        }
    }

    /**
     * A hint at a figure.
     *
     * @param pointer JSON pointer into the document
     */
    @Serdeable
    record AssetHint(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/totalCost")
            String pointer,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ten-times")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "达到上一年度的10倍或以上，请核对")
            String message) {
        static AssetHint of(Violation hint, Language language) {
            return new AssetHint(hint.pointer(), hint.code(), hint.message().in(language));
        }
    }
}
