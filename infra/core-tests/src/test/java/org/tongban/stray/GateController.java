package org.tongban.stray;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import org.tongban.core.web.Open;

/** A request that takes as long as a test wants. */
@Hidden
@Controller(GateController.PATH)
public class GateController {
    /** Where it answers. */
    public static final String PATH = "/api/stray/v1/gate";

    private final Gate gate;

    GateController(Gate gate) {
        this.gate = gate;
    }

    /** Answers once the gate is open. */
    @Open
    @Get
    public String passGate() {
        gate.pass();
        return "passed";
    }
}
