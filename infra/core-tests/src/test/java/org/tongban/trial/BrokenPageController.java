package org.tongban.trial;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import org.tongban.core.web.Open;

/** A page with a fault of the program; there only for the test that asks for it. */
@Hidden
@Controller(value = "/trial/failure", produces = MediaType.TEXT_HTML)
@Requires(property = "trial.broken-page")
class BrokenPageController {
    @Open
    @Get
    String brokenPage() {
        throw new IllegalStateException("a secret of the program");
    }
}
