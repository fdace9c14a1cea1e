"""The fixtures that others build on do what they say."""

from sqlalchemy import create_engine, text


def test_postgres_gives_every_test_an_empty_database(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        assert (
            connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname='public'")) == 0
        )
        connection.execute(text("CREATE TABLE kept (x int)"))
    engine.dispose()


def test_postgres_forgets_what_the_test_before_made(postgres_url: str) -> None:
    test_postgres_gives_every_test_an_empty_database(postgres_url)
