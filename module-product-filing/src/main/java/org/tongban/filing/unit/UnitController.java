package org.tongban.filing.unit;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.filing.ProductFilingModule;

/** The unit that the caller acts for (PF-5, ID-41). */
@Controller("/api/product-filing/v1/units/me")
class UnitController {
    private final FilingUnits units;
    private final UnitViews views;

    UnitController(FilingUnits units, UnitViews views) {
        this.units = units;
        this.views = views;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看本单位", description = "在其他项目登录的单位首次调用时即建立备案单位；若该单位在本项目已有账号，答复 unit-exists。")
    @Refuses("unit-exists")
    UnitViews.UnitView showUnit(Caller caller, @Parameter(hidden = true) Language language) {
        return units.ofCaller(caller).map(unit -> views.of(unit, language)).orElseGet(() -> UnitViews.none(language));
    }
}
