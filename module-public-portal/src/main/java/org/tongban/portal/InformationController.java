package org.tongban.portal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.core.download.DownloadBoard;
import org.tongban.core.download.ShownDownload;
import org.tongban.core.notice.NoticeBoard;
import org.tongban.core.notice.ShownNotice;
import org.tongban.core.page.Page;
import org.tongban.core.page.Page.Crumb;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Pages;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.Open;
import org.tongban.portal.Models.DownloadGroup;
import org.tongban.portal.Models.DownloadLink;
import org.tongban.portal.Models.Downloads;
import org.tongban.portal.Models.Help;
import org.tongban.portal.Models.Programmes;
import org.tongban.portal.Models.Question;
import org.tongban.portal.Models.QuestionGroup;
import org.tongban.portal.Models.Questions;
import org.tongban.portal.form.Entrances;

/** What is good to know: downloads, common questions, help, how the programmes are reached, accessibility (PO-1, CO-34). */
@Hidden
@Controller(produces = MediaType.TEXT_HTML)
class InformationController {
    private static final int MOST_QUESTIONS = 200;

    private final Pages pages;
    private final DownloadBoard downloads;
    private final NoticeBoard board;
    private final InstalledProgrammes programmes;
    private final Entrances entrances;

    InformationController(
            Pages pages,
            DownloadBoard downloads,
            NoticeBoard board,
            InstalledProgrammes programmes,
            Entrances entrances) {
        this.pages = pages;
        this.downloads = downloads;
        this.board = board;
        this.programmes = programmes;
        this.entrances = entrances;
    }

    @Open
    @Get("/downloads")
    HttpResponse<String> downloadPage(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var shown = downloads.shown(address.language()).stream().collect(Collectors.groupingBy(ShownDownload::module));
        var groups = programmes.all(address).stream()
                .filter(programme -> shown.containsKey(programme.id()))
                .map(programme -> new DownloadGroup(
                        programme.title(),
                        shown.getOrDefault(programme.id(), List.of()).stream()
                                .map(one -> link(one, address))
                                .toList()))
                .toList();
        return answer(request, address, "downloads", new Downloads(groups), Map.of());
    }

    private DownloadLink link(ShownDownload one, PageAddress address) {
        var size = Sizes.told(one.size());
        return new DownloadLink(
                one.href(),
                one.title(),
                text(address, "downloads", "downloads.file", one.file(), size, one.version()),
                one.publishedOn().toString(),
                PublicRecord.date(one.publishedOn()).in(address.language()));
    }

    @Open
    @Get("/questions")
    HttpResponse<String> questions(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        var all = board.questions(address.language(), MOST_QUESTIONS);
        var groups = new ArrayList<QuestionGroup>();
        all.stream()
                .collect(Collectors.groupingBy(
                        ShownNotice::moduleTitle,
                        LinkedHashMap::new,
                        Collectors.mapping(InformationController::question, Collectors.toList())))
                .forEach((module, questions) -> groups.add(new QuestionGroup(module, questions)));
        var entity = all.isEmpty() ? Map.<String, Object>of() : Structured.questions(all);
        return answer(request, address, "questions", new Questions(groups), entity);
    }

    private static Question question(ShownNotice one) {
        return new Question("q-" + one.id(), one.title(), NoticeText.blocks(one.text()), one.files());
    }

    @Open
    @Get("/help")
    HttpResponse<String> help(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        return answer(request, address, "help", new Help(entrances.all(address), entrances.follow(address)), Map.of());
    }

    @Open
    @Get("/contact")
    HttpResponse<String> contact(HttpRequest<?> request) {
        var address = PageAddress.of(request);
        return answer(request, address, "contact", new Programmes(programmes.all(address)), Map.of());
    }

    @Open
    @Get("/accessibility")
    HttpResponse<String> accessibility(HttpRequest<?> request) {
        return answer(request, PageAddress.of(request), "accessibility", Map.of(), Map.of());
    }

    private HttpResponse<String> answer(
            HttpRequest<?> request, PageAddress address, String name, Object model, Map<String, Object> entity) {
        var title = text(address, name, name + ".title");
        var crumbs = List.of(new Crumb(text(address, name, "home"), address.to("/")), new Crumb(title, null));
        var page = Page.of("portal/" + name, title, crumbs, model).about(text(address, name, name + ".lead"), entity);
        return pages.answer(request, address, page);
    }

    private String text(PageAddress address, String view, String key, Object... values) {
        return pages.text(address, "portal/" + view, key, values);
    }
}
