package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;

/** Serves the OpenAPI documents (CO-13). */
@Hidden
@Controller
class OpenApiController {
    private final OpenApi openApi;
    /** By module, the merged one by no name, so that each is written once. */
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    OpenApiController(OpenApi openApi) {
        this.openApi = openApi;
    }

    @Open
    @Get("/openapi.json")
    HttpResponse<byte[]> mergedDescription() {
        return json("", openApi.merged());
    }

    @Open
    @Get("/openapi/{module}.json")
    HttpResponse<byte[]> moduleDescription(String module) {
        return json(module, openApi.of(module).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)));
    }

    private HttpResponse<byte[]> json(String name, JsonNode document) {
        return HttpResponse.ok(
                        written.computeIfAbsent(name, one -> document.toString().getBytes(StandardCharsets.UTF_8)))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "public, max-age=60");
    }
}
