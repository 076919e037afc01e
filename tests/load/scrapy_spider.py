"""What Relais reads of a blog, read by a Scrapy spider: run as a program, it prints what it spent and found."""

import json
import sys
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from w3lib.html import remove_tags, replace_entities

SPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
}
SETTINGS = {
    "ROBOTSTXT_OBEY": True,
    "LOG_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "CONCURRENT_REQUESTS": 64,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 64,
    "DOWNLOAD_DELAY": 0,
}
LINKS = LinkExtractor()
CHANNELS = LinkExtractor(
    allow_domains=["instagram.com", "youtube.com", "tiktok.com", "x.com", "facebook.com", "pinterest.com", "bsky.app"]
)
found = {"blogs": 0, "posts": 0}


class BlogSpider(scrapy.Spider):
    """A page, then the feed it names."""

    name = "blogs"

    def parse(self, response: Any) -> Iterator[Any]:
        """Read a home page."""
        found["blogs"] += 1
        yield {
            "url": response.url,
            "name": response.css('meta[property="og:site_name"]::attr(content)').get()
            or response.css("title::text").get(),
            "description": response.css('meta[name="description"]::attr(content)').get(),
            "language": response.css("html::attr(lang)").get(),
            "image": response.css('meta[property="og:image"]::attr(content)').get(),
            "emails": [
                href.removeprefix("mailto:") for href in response.css('a[href^="mailto:"]::attr(href)').getall()
            ],
            "people": [json.loads(text) for text in response.css('script[type="application/ld+json"]::text').getall()],
            "links": [(link.url, link.text) for link in LINKS.extract_links(response)],
            "channels": [link.url for link in CHANNELS.extract_links(response)],
        }
        for href in response.css('link[type="application/rss+xml"]::attr(href)').getall():
            yield response.follow(href, callback=self.parse_feed)

    def parse_feed(self, response: Any) -> Iterator[Any]:
        """Read a feed."""
        for prefix, space in SPACES.items():
            response.selector.register_namespace(prefix, space)
        for item in response.xpath("//item"):
            found["posts"] += 1
            yield {
                "title": item.xpath("title/text()").get(),
                "url": item.xpath("link/text()").get(),
                "id": item.xpath("guid/text()").get(),
                "date": parsedate_to_datetime(item.xpath("pubDate/text()").get()),
                "author": item.xpath("dc:creator/text()").get(),
                "tags": item.xpath("category/text()").getall(),
                "comments": int(item.xpath("slash:comments/text()").get()),
                "summary": replace_entities(remove_tags(item.xpath("description/text()").get())),
                "body": item.xpath("content:encoded/text()").get(),
            }


def main() -> None:
    """Crawl the addresses that come in, one a line."""
    urls = sys.stdin.read().split()
    process = CrawlerProcess(SETTINGS)
    process.crawl(BlogSpider, start_urls=urls)
    begun = time.process_time()
    process.start()
    sys.stdout.write(json.dumps(found | {"seconds": time.process_time() - begun}) + "\n")


if __name__ == "__main__":
    main()
