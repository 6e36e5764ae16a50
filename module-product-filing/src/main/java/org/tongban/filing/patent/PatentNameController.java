package org.tongban.filing.patent;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitName;
import org.tongban.filing.unit.UnitNames;

/** The names that the unit's patents are imported under, and what it says of those that another unit has too (PF-20). */
@Controller("/api/product-filing/v1/patent-names")
@Tag(name = "patents")
class PatentNameController {
    private final FilingUnits units;
    private final UnitNames names;
    private final AuditTrail audit;

    PatentNameController(FilingUnits units, UnitNames names, AuditTrail audit) {
        this.units = units;
        this.names = names;
        this.audit = audit;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出导入专利所用的单位名称", description = "现名在前，其后为曾用名。与其他单位相同的名称（shared）须先确认，确认前不按该名称导入。")
    @Refuses({"verification-required", "unit-exists"})
    PatentNames listPatentNames(Caller caller) {
        return new PatentNames(names.of(units.verified(caller).id()).stream()
                .map(PatentName::of)
                .toList());
    }

    @Put("/{id}")
    @Write(action = "product-filing.patent-name.answer", owner = NameOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "确认相同名称下的专利是否属于本单位", description = "仅限与其他单位相同的名称。确认后再次导入即按新的答复进行。")
    @Refuses({"name-not-shared", "verification-required", "unit-exists"})
    HttpResponse<PatentName> answerPatentName(UUID id, Caller caller, @Body @Checked NameAnswer answer) {
        units.verified(caller);
        var name = names.answer(caller, id, answer.own());
        audit.record("product-filing/unit-name", id, Map.of("name", name.name(), "own", answer.own()));
        return HttpResponse.ok(PatentName.of(name));
    }

    /**
     * What the unit says of a name.
     *
     * @param own whether what is found under it is this unit's too
     */
    @Serdeable
    @Schema(name = "PatentNameAnswer")
    record NameAnswer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean own) {}

    /** All names of the unit. */
    @Serdeable
    record PatentNames(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<PatentName> items) {}

    /**
     * A name of the unit.
     *
     * @param former whether it has another by now
     * @param shared whether another unit has or had it as well
     * @param own what the unit says of it; null until it has
     */
    @Serdeable
    record PatentName(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean former,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean shared,

            @Nullable @Schema(example = "true") Boolean own) {
        static PatentName of(UnitName name) {
            return new PatentName(name.id(), name.name(), name.former(), name.shared(), name.own());
        }
    }
}
