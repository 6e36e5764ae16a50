package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.MultipartForm;
import org.tongban.testkit.PageForm;
import org.tongban.testkit.Tongban;

/** Somebody without an account before a browser without script: keeps the cookie, sends what stands in the controls. */
final class PublicVisitor {
    private final Tongban tongban;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Map<String, List<String>> controls = new LinkedHashMap<>();
    private Answer page;

    PublicVisitor(Tongban tongban) {
        this.tongban = tongban;
        this.page = get("/");
    }

    /** A file as a browser sends it. */
    record Chosen(String field, String name, String type, byte[] bytes) {}

    Answer get(String path) {
        return seen(api().get(path));
    }

    /** The page that is looked at, without its controls' values. */
    String text() {
        return page.text();
    }

    Answer page() {
        return page;
    }

    /** Types into a control of the page; what is empty is sent empty. */
    PublicVisitor type(String name, String... values) {
        controls.put(name, new ArrayList<>(List.of(values)));
        return this;
    }

    List<String> control(String name) {
        return controls.getOrDefault(name, List.of());
    }

    /** Presses a button that sends the form there. */
    Answer send(String path) {
        return send(path, tongban.address().toString());
    }

    Answer send(String path, String origin) {
        var body = controls.entrySet().stream()
                .flatMap(control ->
                        control.getValue().stream().map(value -> encoded(control.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return seen(api().with("Origin", origin)
                .bytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded"));
    }

    /** Presses a button of this name that sends the form there. */
    Answer press(String path, String name, String value) {
        return type(name, value).send(path);
    }

    /** Sends the form with files. */
    Answer upload(String path, Chosen... files) {
        var body = new MultipartForm();
        controls.forEach((name, values) -> values.forEach(value -> body.field(name, value)));
        for (var file : files) {
            body.file(file.field(), file.name(), file.type(), file.bytes());
        }
        return seen(api().with("Origin", tongban.address().toString())
                .bytes("POST", path, body.bytes(), MultipartForm.TYPE));
    }

    /** Reads the captcha of the page, as who sees or hears it would. */
    PublicVisitor solve() {
        var id = control("captcha-id").getFirst();
        var answer = tongban.anonymous()
                .get("/api/platform/v1/dev/captchas/" + id)
                .json()
                .path("answer")
                .asText();
        assertThat(answer).matches("[0-9]{6}");
        return type("captcha-answer", answer);
    }

    /** What the first link that matches leads to. */
    String link(String pattern) {
        var found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(text());
        assertThat(found.find()).as(text()).isTrue();
        return found.group(1).replace("&#x3D;", "=").replace("&amp;", "&");
    }

    private Api api() {
        var plain = tongban.anonymous().unchecked().with("Accept", "text/html,application/xhtml+xml");
        return cookies.isEmpty()
                ? plain
                : plain.with(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Answer seen(Answer answer) {
        for (var cookie : answer.headers().allValues("set-cookie")) {
            assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Strict", "Path=/forms");
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        page = answer;
        controls = new LinkedHashMap<>(
                PageForm.values(answer.text().replaceAll("(?s)<form class=\"site-search\".*?</form>", "")));
        return answer;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
