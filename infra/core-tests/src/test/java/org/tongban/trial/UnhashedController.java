package org.tongban.trial;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Hidden;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Write;

/** A write by which no server may start; there only for the test that says so. */
@Hidden
@Controller("/api/trial/v1/unhashed")
@Requires(property = "trial.unhashed")
class UnhashedController {
    /** Heeds a key, and takes a body of which nothing counts in its hash. */
    @Put
    @Write(action = "trial.note.save")
    @Permitted(TrialModule.OWN)
    HttpResponse<String> saveUnhashed(@Body String text) {
        return HttpResponse.ok(text);
    }
}
