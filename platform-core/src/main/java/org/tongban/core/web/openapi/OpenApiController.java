package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Context;
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

/** Serves the OpenAPI documents (CO-13). The merged one is written at the start: its first readers may come all at once. */
@Hidden
@Context
@Controller
class OpenApiController {
    private static final String MERGED = "";

    private final OpenApi openApi;
    /** By module, the merged one by no name, so that each is written once. */
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    OpenApiController(OpenApi openApi) {
        this.openApi = openApi;
        written(MERGED, openApi.merged());
    }

    @Open
    @Get("/openapi.json")
    HttpResponse<byte[]> mergedDescription() {
        return json(MERGED, openApi.merged());
    }

    @Open
    @Get("/openapi/{module}.json")
    HttpResponse<byte[]> moduleDescription(String module) {
        return json(module, openApi.of(module).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)));
    }

    private HttpResponse<byte[]> json(String name, JsonNode document) {
        return HttpResponse.ok(written(name, document))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "public, max-age=60");
    }

    private byte[] written(String name, JsonNode document) {
        return written.computeIfAbsent(name, one -> document.toString().getBytes(StandardCharsets.UTF_8));
    }
}
