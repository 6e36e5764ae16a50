package org.tongban.core.console.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.tongban.core.file.serve.ServeFile;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Discloses;
import org.tongban.core.web.SignedIn;

/** The files that the pages of the console show, which the cookie of the session reaches (CO-36, CO-47b). */
@Hidden
@Controller(FileController.PATH)
class FileController {
    static final String PATH = "/console/files";

    private final ServeFile serveFile;

    FileController(ServeFile serveFile) {
        this.serveFile = serveFile;
    }

    @SignedIn
    @Discloses(ServeFile.READ_IDENTITY)
    @Get(value = "/{id}", produces = MediaType.ALL)
    HttpResponse<?> consoleFile(HttpRequest<?> request, Caller caller, UUID id) {
        return serveFile.serve(request, caller, id);
    }
}
