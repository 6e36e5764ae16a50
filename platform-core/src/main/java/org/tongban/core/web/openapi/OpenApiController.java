package org.tongban.core.web.openapi;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;

/** Serves the OpenAPI documents (CO-13). */
@Hidden
@Controller
class OpenApiController {
    private final OpenApi openApi;

    OpenApiController(OpenApi openApi) {
        this.openApi = openApi;
    }

    @Open
    @Get("/openapi.json")
    HttpResponse<byte[]> mergedDescription() {
        return json(openApi.merged().toString());
    }

    @Open
    @Get("/openapi/{module}.json")
    HttpResponse<byte[]> moduleDescription(String module) {
        return json(openApi.of(module)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND))
                .toString());
    }

    private static HttpResponse<byte[]> json(String text) {
        return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "public, max-age=60");
    }
}
