package org.tongban.core.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.FormTokens;
import org.tongban.core.page.PageError;
import org.tongban.core.web.FormFields;

/** The tokens of the forms of the console (CO-47b). */
@Singleton
public class ConsoleForms {
    private static final FormTokens.Place PLACE = new FormTokens.Place("tongban-console-form", "/console");

    private final FormTokens tokens;

    ConsoleForms(FormTokens tokens) {
        this.tokens = tokens;
    }

    /** What a form on the page that is answered has to bring along. */
    public String token(HttpRequest<?> request) {
        return tokens.token(request, PLACE);
    }

    /** Has the browser keep the token that was made for this answer, if one was. */
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        tokens.keep(request, response, PLACE);
    }

    /** Refuses with {@link PageError#FORM_EXPIRED} what was not sent by a form of the console's own. */
    public void require(HttpRequest<?> request, FormFields form) {
        require(request, form.value(FormTokens.FIELD));
    }

    /** The same of the token by itself; null where none was brought. */
    public void require(HttpRequest<?> request, @Nullable String token) {
        tokens.require(request, token, PLACE);
    }
}
