package org.tongban.trial;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Write;

/** Writes by which no server may start; there only for the test that says so. */
@Hidden
@Controller("/api/trial/v1/misfits")
@Requires(property = "trial.misfit")
class MisfitController {
    /** Takes a draft, of no form. */
    @Put
    @Write(action = "trial.note.save")
    @Permitted(TrialModule.OWN)
    HttpResponse<String> saveFormless(@Body @Checked CheckedDraft draft) {
        return HttpResponse.ok(draft.form());
    }

    /** Takes what is checked by a form as something that would be read from the bytes again, in another spelling. */
    @Post
    @Write(action = "trial.note.save")
    @Permitted(TrialModule.OWN)
    HttpResponse<Integer> saveTyped(@Body @Checked(form = "trial/survey@2") Map<String, Object> members) {
        return HttpResponse.ok(members.size());
    }
}
