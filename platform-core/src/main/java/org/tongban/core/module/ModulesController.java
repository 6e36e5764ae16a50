package org.tongban.core.module;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** Says which programmes are installed (CO-3), and of each what it is. */
@Controller
class ModulesController {
    private final ModuleRegistry registry;

    ModulesController(ModuleRegistry registry) {
        this.registry = registry;
    }

    /** A module in the language of the request; {@code state} is {@code on} or {@code off}. */
    @Serdeable
    record ModuleView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0.1.0")
            String version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "专利密集型产品备案")
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "on")
            String state) {}

    @Serdeable
    record ModuleList(List<ModuleView> items) {}

    /** The modules of this installation, the platform first. */
    @Open
    @Read
    @Get("/api/platform/v1/modules")
    ModuleList listModules(@Parameter(hidden = true) Language language) {
        return new ModuleList(Stream.concat(
                        registry.modules().stream().map(module -> view(module, "on", language)),
                        registry.disabled().stream().map(module -> view(module, "off", language)))
                .toList());
    }

    /** What one module is. */
    @Open
    @Read
    @Get("/api/{module}/v1")
    ModuleView describeModule(String module, @Parameter(hidden = true) Language language) {
        return registry.modules().stream()
                .filter(installed -> installed.descriptor().id().equals(module))
                .map(installed -> view(installed, "on", language))
                .findFirst()
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private static ModuleView view(Installed module, String state, Language language) {
        var descriptor = module.descriptor();
        return new ModuleView(
                descriptor.id(), descriptor.version(), descriptor.title().in(language), state);
    }
}
