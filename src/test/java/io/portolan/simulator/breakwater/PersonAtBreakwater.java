package io.portolan.simulator.breakwater;

import io.portolan.simulator.BankControl;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** A person who does by hand what only a person can do there; reads captchas, which the bank's control address tells. */
public final class PersonAtBreakwater {

    private final WebDriver browser;
    private final String portal;
    private final BankControl control;

    /** A person with this browser at the portal of this address. */
    public PersonAtBreakwater(WebDriver browser, String portal, BankControl control) {
        this.browser = browser;
        this.portal = portal;
        this.control = control;
    }

    /** Signs up with a licence and gives the number of the enrolment. */
    public String signUp(String company, String eMail, String licenceNumber, String password, Path licence) {
        browser.get(portal + "/sign-up");
        fill("company", company);
        fill("email", eMail);
        fill("licence-number", licenceNumber);
        fill("licence", licence.toAbsolutePath().toString());
        fill("password", password);
        readPicture();
        press("Send enrolment");
        return browser.findElement(By.id("enrolment-number")).getText();
    }

    /** Signs in. */
    public void logIn(String eMail, String password) {
        browser.get(portal + "/log-in");
        fill("email", eMail);
        fill("password", password);
        readPicture();
        press("Log in");
    }

    /** Answers the clerk's question. */
    public void answer(String text) {
        browser.get(portal + "/enrolment");
        fill("answer", text);
        press("Send answer");
    }

    /** Reads the client id. */
    public String clientId() {
        browser.get(portal + "/enrolment");
        return browser.findElement(By.id("client-id")).getDomProperty("value");
    }

    /** Has a client secret made and reads it. */
    public String clientSecret() {
        press("Make a client secret");
        return browser.findElement(By.id("client-secret")).getDomProperty("value");
    }

    /** What a person sees of the page, in one text. */
    public String seen() {
        return browser.findElement(By.tagName("body")).getText();
    }

    private void readPicture() {
        fill("digits", control.look("/captcha").get("digits").asText());
    }

    private void press(String button) {
        browser.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
    }

    private void fill(String id, String text) {
        browser.findElement(By.id(id)).sendKeys(text);
    }
}
