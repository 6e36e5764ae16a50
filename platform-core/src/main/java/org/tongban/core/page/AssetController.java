package org.tongban.core.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Open;

/** Serves {@link Assets}: under the hashed name for a year, under the plain one with an ETag (PO-5). */
@Hidden
@Controller("/assets")
class AssetController {
    private final Assets assets;
    private final ErrorPages errors;

    AssetController(Assets assets, ErrorPages errors) {
        this.assets = assets;
        this.errors = errors;
    }

    @Open
    // Opened in a tab of its own, a browser asks for a page, which the route of records would answer.
    @Get(
            value = "/{name}",
            produces = {MediaType.ALL, MediaType.TEXT_HTML})
    HttpResponse<?> asset(HttpRequest<?> request, String name) {
        var found = assets.find(name).orElse(null);
        if (found == null) {
            return errors.notFound(request);
        }
        var etag = "\"" + found.hash() + "\"";
        var caching = name.equals(found.name()) ? "public, max-age=300" : "public, max-age=31536000, immutable";
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, caching);
        }
        return HttpResponse.ok(found.content())
                .contentType(found.type())
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("X-Content-Type-Options", "nosniff");
    }
}
