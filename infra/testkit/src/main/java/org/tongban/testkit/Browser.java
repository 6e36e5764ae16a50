package org.tongban.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.core.account.DemoPasswords;

/** A browser without script: it keeps cookies, says where its forms come from, and goes where it is sent only when told. */
public final class Browser {
    /** Where staff sign in. */
    public static final String SIGN_IN = "/console/sign-in";

    private final Tongban tongban;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(Tongban tongban) {
        this.tongban = tongban;
    }

    /** One in which a sample account has signed in. */
    public static Browser of(Tongban tongban, String login) {
        var browser = new Browser(tongban);
        browser.signIn(login, tongban.context().getBean(DemoPasswords.class).of(login));
        return browser;
    }

    /** One in which an account has signed in by its password. */
    public static Browser of(Tongban tongban, String login, String password) {
        var browser = new Browser(tongban);
        browser.signIn(login, password);
        return browser;
    }

    /** Signs in by the page. */
    public Answer signIn(String login, String password) {
        get(SIGN_IN);
        return post(SIGN_IN, Map.of("login", login, "password", password));
    }

    /** Asks for a page. */
    public Answer get(String path) {
        return kept(api().get(path));
    }

    /** Sends a form of the last page, with the token that it holds. */
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("token", cookies.getOrDefault("tongban-console-form", ""));
        return send(path, all, tongban.address().toString());
    }

    /** Sends fields as another site, or none, might have it do. */
    public Answer send(String path, Map<String, String> fields, String origin) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var from = origin.isEmpty() ? api() : api().with("Origin", origin);
        return kept(
                from.bytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded"));
    }

    /** Sends a form of the last page with a file chosen in one of its controls. */
    public Answer post(String path, Map<String, String> fields, String control, String file, byte[] content) {
        var body = new MultipartForm();
        var all = new LinkedHashMap<>(fields);
        all.put("token", cookies.getOrDefault("tongban-console-form", ""));
        all.forEach(body::field);
        body.file(control, file, null, content);
        return kept(api().with("Origin", tongban.address().toString())
                .bytes("POST", path, body.bytes(), MultipartForm.TYPE));
    }

    /** What it keeps. */
    public Map<String, String> cookies() {
        return cookies;
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

    private Answer kept(Answer answer) {
        for (var cookie : answer.headers().allValues("set-cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
