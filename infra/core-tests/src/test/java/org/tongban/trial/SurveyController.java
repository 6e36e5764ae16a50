package org.tongban.trial;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.Documents;
import org.tongban.core.form.FormUpgradeView;
import org.tongban.core.form.Forms;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** Drafts of a form with two versions; which one a draft was begun with its address says. */
@Controller("/api/trial/v1/surveys")
class SurveyController {
    private final Forms forms;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SurveyController(Forms forms, AuditTrail audit, BusinessClock clock) {
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks a draft by the version that it was begun with. */
    @Put("/{version}")
    @Write(action = "trial.survey.save")
    @Permitted(TrialModule.OWN)
    @Refuses("form-closed")
    HttpResponse<Map<String, Object>> saveSurvey(
            String version, @Body @Checked(form = "trial/survey@2") CheckedDraft draft) {
        audit.record("trial/survey", Ids.next(), Map.of());
        return HttpResponse.ok(Documents.members(
                Documents.write(forms.draftDocument("trial/survey@" + version, draft, clock.today()))));
    }

    /** What a draft comes to in the newest version. */
    @Post("/{version}/upgrade")
    @Write(action = "trial.survey.save")
    @Permitted(TrialModule.OWN)
    @Refuses("not-found")
    HttpResponse<FormUpgradeView> upgradeSurvey(
            String version,
            @Body @Checked(form = "trial/survey@2") CheckedDraft draft,
            @Parameter(hidden = true) Language language) {
        audit.record("trial/survey", Ids.next(), Map.of());
        return HttpResponse.ok(forms.upgrade("trial/survey@" + version, draft.document())
                .map(upgrade -> FormUpgradeView.of(upgrade, language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)));
    }
}
