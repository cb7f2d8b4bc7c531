"""The models of the shop. Run by itself, it makes their schema in the database that is named."""

import sys

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40))


if __name__ == "__main__":
    Base.metadata.create_all(sa.create_engine(sys.argv[1]))
