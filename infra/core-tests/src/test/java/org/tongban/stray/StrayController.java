package org.tongban.stray;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/** An endpoint whose author forgot to say who may call it. */
@Hidden
@Controller(StrayController.PATH)
public class StrayController {
    /** Where it would answer. */
    public static final String PATH = "/api/stray/v1/things";

    /** Nobody gets to see it. */
    @Get
    public String listThings() {
        return "unguarded";
    }
}
