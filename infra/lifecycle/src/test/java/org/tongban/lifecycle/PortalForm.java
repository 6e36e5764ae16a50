package org.tongban.lifecycle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.PageForm;
import org.tongban.testkit.ServerProcess;

/** Somebody without an account before a form of the portal, in a browser without script. */
final class PortalForm {
    private final ServerProcess server;
    private final Map<String, List<String>> controls = new LinkedHashMap<>();
    private String cookie = "";

    PortalForm(ServerProcess server) {
        this.server = server;
    }

    Answer open(String path) {
        return seen(api().get(path));
    }

    PortalForm type(String name, String value) {
        controls.put(name, List.of(value));
        return this;
    }

    /** Reads the captcha of the page, as who sees or hears it would. */
    PortalForm solve() {
        var id = controls.getOrDefault("captcha-id", List.of("")).getFirst();
        var told = server.anonymous().get("/api/platform/v1/dev/captchas/" + id).json();
        return type("captcha-answer", told.path("answer").asText());
    }

    Answer send(String path) {
        var body = controls.entrySet().stream()
                .flatMap(control ->
                        control.getValue().stream().map(value -> encoded(control.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return seen(
                api().bytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded"));
    }

    private Api api() {
        var browser = server.anonymous()
                .unchecked()
                .with("Accept", "text/html")
                .with("Origin", server.address().toString());
        return cookie.isEmpty() ? browser : browser.with("Cookie", cookie);
    }

    private Answer seen(Answer page) {
        page.headers().firstValue("set-cookie").ifPresent(given -> cookie = given.split(";", 2)[0]);
        controls.clear();
        controls.putAll(PageForm.values(page.text().replaceAll("(?s)<form class=\"site-search\".*?</form>", "")));
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
