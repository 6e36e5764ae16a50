package org.tongban.filing.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.asset.AssetViews.AssetView;
import org.tongban.filing.asset.AssetViews.AssetYears;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitAssets;
import org.tongban.filing.unit.YearFigures;

/** The unit's figures over HTTP (PF-10). */
@Controller("/api/product-filing/v1/assets")
@Tag(name = "assets")
class AssetController {
    private final FilingUnits units;
    private final YearFigures figures;
    private final SaveAssets saveAssets;
    private final BusinessClock clock;

    AssetController(FilingUnits units, YearFigures figures, SaveAssets saveAssets, BusinessClock clock) {
        this.units = units;
        this.figures = figures;
        this.saveAssets = saveAssets;
        this.clock = clock;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出各年度资产信息", description = "最近年度在前；dataYear 为现在应填写的年度，即上一年度。")
    @Refuses({"verification-required", "unit-exists"})
    AssetYears listAssets(Caller caller, @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var entered = figures.all(unit).stream().collect(Collectors.toMap(UnitAssets::year, Function.identity()));
        boolean locked = figures.isLocked(unit, dataYear());
        var years = entered.values().stream()
                .sorted(Comparator.comparingInt(UnitAssets::year).reversed())
                .map(row -> AssetView.of(
                        row.year(), row, entered.get(row.year() - 1), row.year() != dataYear() || locked, 0, language))
                .toList();
        return new AssetYears(dataYear(), years);
    }

    @Get("/{year}")
    @Read(owner = AssetOwnership.class, record = "year")
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看某年度资产信息", description = "应填写的年度尚未填写时内容为空。")
    @Refuses({"not-found", "verification-required", "unit-exists"})
    AssetView showAssets(@PathVariable int year, Caller caller, @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        if (year != dataYear() && figures.of(unit, year).isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return view(unit, year, language);
    }

    @Put("/{year}")
    @Write(action = "product-filing.assets.edit", owner = AssetOwnership.class, record = "year", ifMatch = true)
    @Permitted(ProductFilingModule.OWN)
    @Operation(
            summary = "保存上一年度资产信息",
            description = "表单 product-filing/assets@1，须完整。答复附提示（hints），提示不影响保存。审核中或已备案的产品所用年度不能修改，审核意见指出资产信息并退回的除外。")
    @Refuses({"assets-not-complete", "assets-locked", "assets-year-closed", "verification-required", "unit-exists"})
    HttpResponse<AssetView> saveAssets(
            @PathVariable int year,
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.ASSETS_FORM) JsonNode document) {
        var saved = saveAssets.save(caller, year, document);
        return HttpResponse.ok(view(saved.unit(), year, language));
    }

    private int dataYear() {
        return clock.today().getYear() - 1;
    }

    private AssetView view(UUID unit, int year, Language language) {
        return AssetView.of(
                year,
                figures.of(unit, year).orElse(null),
                figures.of(unit, year - 1).orElse(null),
                year != dataYear() || figures.isLocked(unit, year),
                figures.version(unit, year).orElse(0L),
                language);
    }
}
