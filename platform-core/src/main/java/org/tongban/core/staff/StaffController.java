package org.tongban.core.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.staff.StaffViews.InitialPassword;
import org.tongban.core.staff.StaffViews.NewStaff;
import org.tongban.core.staff.StaffViews.RegionWanted;
import org.tongban.core.staff.StaffViews.RoleList;
import org.tongban.core.staff.StaffViews.RoleView;
import org.tongban.core.staff.StaffViews.RolesWanted;
import org.tongban.core.staff.StaffViews.StaffView;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** The administration of staff (CO-29); administrators of a region see and change the staff of that region (CO-28). */
@Controller("/api/platform/v1")
class StaffController {
    private static final String PATH = "/api/platform/v1/staff/";

    private final StaffRepository staff;
    private final StaffRoles roles;
    private final GiveInitialPassword passwords;
    private final ChangeStaff changeStaff;
    private final SecondPhase secondPhase;

    StaffController(
            StaffRepository staff,
            StaffRoles roles,
            GiveInitialPassword passwords,
            ChangeStaff changeStaff,
            SecondPhase secondPhase) {
        this.staff = staff;
        this.roles = roles;
        this.passwords = passwords;
        this.changeStaff = changeStaff;
        this.secondPhase = secondPhase;
    }

    /** The roles that can be given, with what each permits. */
    @Get("/staff-roles")
    @Permitted(CoreModule.STAFF)
    @Read
    RoleList listStaffRoles(@Parameter(hidden = true) Language language) {
        return new RoleList(roles.all().stream()
                .map(role -> RoleView.of(role, roles, language))
                .toList());
    }

    /** The staff that the caller administers, newest first. */
    @Get("/staff")
    @Permitted(CoreModule.STAFF)
    @Read
    PageOf<StaffView> listStaff(
            Caller caller,
            @Nullable @QueryValue Boolean active,
            @Nullable @QueryValue @Schema(maxLength = 60) String role,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var state = active == null ? null : active ? StaffMember.ACTIVE : "disabled";
        var region = caller.region();
        return Keyset.page(
                Keyset.place(cursor),
                limit,
                (edge, most) -> staff.below(region, state, role, edge, most),
                (edge, most) -> staff.above(region, state, role, edge, most),
                StaffMember::id,
                StaffView::of);
    }

    /** One of the staff. */
    @Get("/staff/{id}")
    @Permitted(CoreModule.STAFF)
    @Read(owner = StaffOwnership.class)
    StaffView showStaff(UUID id) {
        return staff.find(id).map(StaffView::of).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Makes an account; its initial password is in this answer and nowhere else. */
    @Status(HttpStatus.CREATED)
    @Post("/staff")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.create", idempotent = false, phases = Phases.TWO)
    @Refuses({"staff-refused", "login-taken", "overloaded"})
    HttpResponse<InitialPassword> createStaff(Caller caller, @Body @Checked NewStaff body) {
        var initial = passwords.next();
        return secondPhase.commit(() -> {
            var made = passwords.create(caller, body, initial);
            return HttpResponse.created(made, URI.create(PATH + made.id()));
        });
    }

    /** Gives an account that lost its password another, and ends its sessions. */
    @Post("/staff/{id}/initial-password")
    @Permitted(CoreModule.STAFF)
    @Write(
            action = "platform.staff.give-password",
            owner = StaffOwnership.class,
            idempotent = false,
            phases = Phases.TWO)
    @Refuses({"own-account", "overloaded"})
    HttpResponse<InitialPassword> giveInitialPassword(Caller caller, UUID id) {
        var initial = passwords.next();
        return secondPhase.commit(() -> HttpResponse.ok(passwords.renew(caller, id, initial)));
    }

    /** Gives an account these roles and no others. */
    @Put("/staff/{id}/roles")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.assign-roles", owner = StaffOwnership.class, ifMatch = true)
    @Refuses({"own-account", "last-administrator", "staff-refused"})
    HttpResponse<StaffView> assignStaffRoles(Caller caller, UUID id, @Body @Checked RolesWanted body) {
        return HttpResponse.ok(StaffView.of(changeStaff.assignRoles(caller, id, body.roles())));
    }

    /** Binds an account to a province. */
    @Put("/staff/{id}/region")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.assign-region", owner = StaffOwnership.class, ifMatch = true)
    @Refuses({"own-account", "last-administrator", "staff-refused"})
    HttpResponse<StaffView> assignStaffRegion(Caller caller, UUID id, @Body @Checked RegionWanted body) {
        return HttpResponse.ok(StaffView.of(changeStaff.assignRegion(caller, id, body.region())));
    }

    /** Lets an account reach the whole country. */
    @Delete("/staff/{id}/region")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.assign-region", owner = StaffOwnership.class, ifMatch = true)
    @Refuses({"own-account", "staff-refused"})
    HttpResponse<StaffView> clearStaffRegion(Caller caller, UUID id) {
        return HttpResponse.ok(StaffView.of(changeStaff.assignRegion(caller, id, null)));
    }

    /** Ends the account's sessions and lets it sign in no more. */
    @Post("/staff/{id}/disable")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.disable", owner = StaffOwnership.class)
    @Refuses({"own-account", "last-administrator"})
    HttpResponse<StaffView> disableStaff(Caller caller, UUID id) {
        return HttpResponse.ok(StaffView.of(changeStaff.disable(caller, id)));
    }

    /** Lets a disabled account sign in again. */
    @Post("/staff/{id}/enable")
    @Permitted(CoreModule.STAFF)
    @Write(action = "platform.staff.enable", owner = StaffOwnership.class)
    @Refuses("own-account")
    HttpResponse<StaffView> enableStaff(Caller caller, UUID id) {
        return HttpResponse.ok(StaffView.of(changeStaff.enable(caller, id)));
    }
}
