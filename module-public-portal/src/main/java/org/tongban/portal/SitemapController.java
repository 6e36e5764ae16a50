package org.tongban.portal;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.notice.NoticeBoard;
import org.tongban.core.page.ErrorPages;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicCollection;
import org.tongban.core.publicdata.PublicCollections;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;

/**
 * What search engines are told of the site (PO-6): where to look and where not, and the addresses of all pages with those of
 * their languages, in files that stay far below the 50,000 addresses and 50 MB that a sitemap may have.
 */
@Hidden
@Controller
class SitemapController {
    static final int A_PART = 5_000;

    /** What may have come among the records of a part since its end was found; beyond them it tells some of the next. */
    private static final int SINCE = 100;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String LINKS = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final MediaType XML = new MediaType("application/xml; charset=utf-8");
    private static final MediaType TEXT = new MediaType("text/plain; charset=utf-8");
    private static final List<String> STANDING = List.of(
            "/", "/search", "/verify", "/notices", "/questions", "/downloads", "/help", "/contact", "/accessibility");
    private static final Pattern PART = Pattern.compile("(" + PublicCollections.MARK + ")\\.xml");
    private static final String FIRST = "first";

    private final Pages pages;
    private final ErrorPages errors;
    private final PublicCollections collections;
    private final NoticeBoard board;
    private final String publicUrl;

    SitemapController(
            Pages pages,
            ErrorPages errors,
            PublicCollections collections,
            NoticeBoard board,
            @Value("${platform.public-url:}") String publicUrl) {
        this.pages = pages;
        this.errors = errors;
        this.collections = collections;
        this.board = board;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @Open
    @Get(value = "/robots.txt", produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> robots(HttpRequest<?> request) {
        return pages.kept(request, TEXT, AN_HOUR, """
            User-agent: *
            Allow: /api/platform/v1/public/files/
            Disallow: /api/
            Disallow: /console
            Disallow: /forms/
            Disallow: /follow
            Disallow: /verify/
            Sitemap: %s/sitemap.xml
            """.formatted(publicUrl));
    }

    @Open
    @Get(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML)
    HttpResponse<String> index(HttpRequest<?> request) {
        var parts = new ArrayList<String>();
        parts.add("/sitemaps/pages.xml");
        for (var collection : collections.all()) {
            var folder = "/sitemaps/" + collection.id() + "/";
            parts.add(folder + FIRST + ".xml");
            collections.parts(collection, A_PART).forEach(after -> parts.add(folder + after + ".xml"));
        }
        var entries = parts.stream()
                .map(part -> "<sitemap><loc>" + publicUrl + part + "</loc></sitemap>\n")
                .collect(Collectors.joining());
        return xml(request, "<sitemapindex" + SPACE + ">\n" + entries + "</sitemapindex>\n");
    }

    @Open
    // Whoever looks at it in a browser asks for a page, too, which another route would answer.
    @Get(
            value = "/sitemaps/pages.xml",
            produces = {MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    HttpResponse<String> standing(HttpRequest<?> request) {
        var notices = board.shown(Language.ZH, null, A_PART / 2).stream()
                .map(notice ->
                        entry("/notices/" + notice.id(), notice.shownFrom().toString()));
        var statistics =
                collections.all().stream().filter(collections::hasStatistics).map(StatisticsController::path);
        var standing = Stream.concat(STANDING.stream(), statistics).map(path -> entry(path, null));
        return urls(request, Stream.concat(standing, notices));
    }

    @Open
    @Get(
            value = "/sitemaps/{collection}/{name}",
            produces = {MediaType.APPLICATION_XML, MediaType.TEXT_HTML})
    HttpResponse<String> part(HttpRequest<?> request, String collection, String name) {
        var part = PART.matcher(name);
        var found = collections.find(collection);
        if (found.isEmpty() || !part.matches()) {
            return errors.notFound(request);
        }
        try {
            return records(request, found.get(), part.group(1));
        } catch (DomainException refused) {
            if (refused.code() == CoreError.BAD_CURSOR) {
                return errors.notFound(request);
            }
            throw refused;
        }
    }

    private HttpResponse<String> records(HttpRequest<?> request, PublicCollection collection, String after) {
        var part = collections.part(collection, after.equals(FIRST) ? null : after, A_PART + SINCE);
        return urls(
                request,
                part.stream()
                        .map(record -> entry(
                                "/" + collection.id() + "/" + record.id(),
                                record.changedAt().toString())));
    }

    private HttpResponse<String> urls(HttpRequest<?> request, Stream<String> entries) {
        return xml(request, "<urlset" + SPACE + LINKS + ">\n" + entries.collect(Collectors.joining()) + "</urlset>\n");
    }

    private String entry(String path, @Nullable String changed) {
        var last = changed == null ? "" : "<lastmod>" + changed + "</lastmod>";
        var links = PageAddress.languages(path).entrySet().stream()
                .map(link -> "<xhtml:link rel=\"alternate\" hreflang=\"" + link.getKey() + "\" href=\"" + publicUrl
                        + link.getValue() + "\"/>")
                .collect(Collectors.joining());
        return "<url><loc>" + publicUrl + path + "</loc>" + last + links + "</url>\n";
    }

    private HttpResponse<String> xml(HttpRequest<?> request, String content) {
        return pages.kept(request, XML, AN_HOUR, HEAD + content);
    }
}
