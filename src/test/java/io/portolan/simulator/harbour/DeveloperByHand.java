package io.portolan.simulator.harbour;

import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A developer who goes through the portal click by click, as a bare Selenium script would. */
public final class DeveloperByHand {

    /** What the portal gives out in the end. */
    public record Credentials(String clientId, String apiKey, String clientSecret) { }

    private final WebDriver browser;
    private final String portal;

    /** A developer with this browser at the portal of this address. */
    public DeveloperByHand(WebDriver browser, String portal) {
        this.browser = browser;
        this.portal = portal;
    }

    /** Fills in and hands in the sign-up. */
    public void signUp(String eMail, String password) {
        browser.get(portal + "/sign-up");
        fill("first-name", "Ada");
        fill("last-name", "Lindqvist");
        fill("email", eMail);
        fill("company", "Lantern Payments GmbH");
        choose("country", "Germany");
        fill("vat-number", "DE123456789");
        fill("licence-number", "100200");
        fill("password", password);
        fill("password-again", password);
        browser.findElement(By.id("terms")).click();
        press("Create account");
    }

    /** Opens any address. */
    public void open(String address) {
        browser.get(address);
    }

    /** Signs in. */
    public void logIn(String eMail, String password) {
        browser.get(portal + "/log-in");
        fill("email", eMail);
        fill("password", password);
        press("Log in");
    }

    /** Says that a person sits here, where the portal asks. */
    public void proveHuman(String path) {
        browser.get(portal + path);
        browser.findElement(By.id("human")).click();
        press("Continue");
    }

    /** Signs out. */
    public void logOut() {
        press("Log out");
    }

    /** Creates an application and stays on its page. */
    public void createApplication(String name, Path logo) {
        browser.get(portal + "/applications/new");
        fill("name", name);
        fill("description", "Reads accounts for our customers");
        choose("platform", "Web");
        choose("type", "Web application");
        choose("language", "Java");
        fill("redirect-url", "https://lantern-payments.example/back");
        fill("logo", logo.toAbsolutePath().toString());
        press("Create application");
    }

    /** Subscribes the application whose page is open to both products. */
    public void subscribe() {
        browser.findElement(By.id("AIS")).click();
        browser.findElement(By.id("PIS")).click();
        press("Save subscriptions");
    }

    /** Looks at the list of applications. */
    public void openApplications() {
        browser.get(portal + "/applications");
    }

    /** Opens the application of this number. */
    public void openApplication(String number) {
        browser.get(portal + "/applications/" + number);
    }

    /** Has the client secret shown and takes all credentials from the page. */
    public Credentials credentials() {
        press("Show client secret");
        return new Credentials(value("client-id"), browser.findElement(By.id("api-key")).getText(), value("client-secret"));
    }

    /** Has a new client secret made and takes it from the page. */
    public String newSecret() {
        press("Generate a new client secret");
        return value("client-secret");
    }

    /** What a person sees of the page, in one text. */
    public String seen() {
        return browser.findElement(By.tagName("body")).getText();
    }

    /** Whether the page has a button of this name. */
    public boolean sees(String button) {
        return !browser.findElements(button(button)).isEmpty();
    }

    /** Presses the button of this name and waits for the page that comes of it: a click may return before it is there. */
    public void press(String button) {
        var page = browser.findElement(By.tagName("html"));
        browser.findElement(button(button)).click();
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(ExpectedConditions.stalenessOf(page));
    }

    private static By button(String name) {
        return By.xpath("//button[normalize-space()='" + name + "']");
    }

    private void fill(String id, String value) {
        WebElement field = browser.findElement(By.id(id));
        if (!"file".equals(field.getDomAttribute("type"))) {
            field.clear();
        }
        field.sendKeys(value);
    }

    private void choose(String id, String text) {
        new Select(browser.findElement(By.id(id))).selectByVisibleText(text);
    }

    private String value(String id) {
        return browser.findElement(By.id(id)).getDomProperty("value");
    }
}
