package org.tongban.filing.certificate;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Versioned;

/** What leaves the API of the open list. */
final class OpenListViews {
    private OpenListViews() {}

    /** A page of the list. */
    @Serdeable
    @Schema(name = "RecognitionList")
    record RecognitionList(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Of the list's form; a field that goes or means another thing makes it greater",
                    example = "1")
            int format,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Of the list's content: greater with every change of it",
                    example = "42")
            long version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<ListedRecognition> items,

            @Nullable String nextCursor,
            @Nullable String prevCursor)
            implements Versioned {}

    /** A recognised or revoked product, as its certificate was issued. */
    @Serdeable
    @Schema(name = "ListedRecognition")
    record ListedRecognition(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "RD2026-0000001-6")
            String certificateNumber,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "recognised or revoked",
                    example = "recognised")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate recognisedOn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate validUntil,

            @Nullable LocalDate revokedOn,

            @Nullable
            @Schema(
                    description = "There where what revoked it is under re-examination; it stands meanwhile",
                    example = "true")
            Boolean underReexamination,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String product,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "TB-100")
            String model,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "98010101")
            String categoryCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "39")
            String industryCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CP2026-0000012-0")
            String filingNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "北京新联铁集团股份有限公司")
            String unit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "91110108735583604R")
            String creditCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "110000")
            String division,

            @Nullable @Schema(example = "6901234567892") String barcode,
            @Nullable @Schema(example = "巡天") String trademark,

            @Nullable @Schema(example = "机体、云台和巡检软件，用于农田巡检。")
            String introduction,

            @Nullable @Schema(example = "2021") Integer firstProductionYear,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Codes of countries, and names of others")
            List<String> exportPlaces,

            @Nullable @Schema(example = "2025") Integer dataYear,
            @Nullable LocalDate filedOn,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Where they are read while the product is public, the main one first")
            List<String> pictures,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<ListedPatent> patents) {}

    /** A public patent of the product. */
    @Serdeable
    @Schema(name = "ListedPatent")
    record ListedPatent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "202121635235.X")
            String patentNumber,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "无人机巡检系统")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "utility-model")
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> holders,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "granted")
            String legalStatus) {}
}
